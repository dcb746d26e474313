/** Made from set-theme.ts by scripts/build/theme-script.mjs; a test compares them. */
export const THEME_SCRIPT =
  '(function(){var e=`theme`;try{let{dataset:n}=document.documentElement,r=/\\/embed\\//.test(location.pathname)?t(n):localStorage.getItem(e);(r===`light`||r===`dark`)&&(n.theme=r)}catch{}function t(e){let t=new URLSearchParams(location.search.replaceAll(`&amp;`,`&`));return t.get(`s`)&&(e.offer=``),self.origin===`null`&&(e.sandboxed=``),t.get(`theme`)}})();'
