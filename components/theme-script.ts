/**
 * Sets data-theme before the first paint. On a page of ours from the stored choice; in an embed from its address alone, because there the
 * book decides, and storage may be forbidden. No choice, no attribute: the media query decides.
 */
export const THEME_KEY = 'theme'

export const THEME_SCRIPT = `try{var t=/\\/embed\\//.test(location.pathname)?new URLSearchParams(location.search).get('theme'):localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`
