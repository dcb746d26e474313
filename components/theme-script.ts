/**
 * Sets data-theme before the first paint. On a page of ours from the stored choice; in an embed from its address alone, because there the
 * book decides, and storage may be forbidden. No choice, no attribute: the media query decides.
 * An embed also learns here whether it is in a sandbox, where a link that opens a window would do nothing.
 */
export const THEME_KEY = 'theme'

export const THEME_SCRIPT = `try{var d=document.documentElement.dataset;if(self.origin==='null')d.sandboxed='';var t=/\\/embed\\//.test(location.pathname)?new URLSearchParams(location.search).get('theme'):localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')d.theme=t}catch(e){}`
