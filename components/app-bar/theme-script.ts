/**
 * Sets data-theme before the first paint. On a page of ours from the stored choice; in an embed from its address alone, because there the
 * book decides, and storage may be forbidden. No choice, no attribute: the media query decides.
 * An embed also learns here whether it is in a sandbox, where a link that opens a window would do nothing, and whether its address offers a
 * run, which needs room above the stage.
 */
import { THEME_KEY } from '../../lib/model/storage-keys'

export const THEME_SCRIPT = `try{var d=document.documentElement.dataset,t;if(/\\/embed\\//.test(location.pathname)){var q=new URLSearchParams(location.search);t=q.get('theme');if(q.get('s'))d.offer='';if(self.origin==='null')d.sandboxed=''}else t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')d.theme=t}catch(e){}`
