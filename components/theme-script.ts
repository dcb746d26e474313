/** Sets data-theme from the stored choice before the first paint. No choice, no script: the media query decides. */
export const THEME_KEY = 'theme'

export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`
