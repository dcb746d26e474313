/**
 * 404.html of the static build: the page for addresses that are not there. A file host may show it at any depth, so it needs no other file.
 * Below /embed it says which runs there are, and tells a page that frames it that it is no embed. Text in, text out.
 */
import { hashOf } from './headers.mjs'

/** What `{ns, v}` of lib/embed/messages/own.ts are; `-32002` is its RPC.noRun. */
const SAY_SO = `(names=>{
var [,v,n]=/\\/embed\\/([^/]*)\\/?([^/]*)/.exec(location.pathname)||[],list=document.querySelector(".embed-names");
if(v===undefined)return list.remove();
try{n=decodeURIComponent(n)}catch(e){}
var said=v==="v1"?"This site knows no run named \\""+n.slice(0,40)+"\\".":"This site has no embeds of version \\""+v.slice(0,40)+"\\".";
document.querySelector("h1").textContent=said;
for(var p of document.querySelectorAll("main p:not(.embed-names)"))p.remove();
if(parent!==self)addEventListener("message",({source,origin,data})=>{
if(source===parent&&data&&data.ns==="pull-the-plug"&&data.id!==undefined)parent.postMessage({ns:"pull-the-plug",v:1,jsonrpc:"2.0",id:data.id,error:{code:-32002,message:said+" There are: "+names+"."}},origin==="null"?"*":origin)
})})`.replaceAll('\n', '')

/** @param {string} html as Next exported it @param {string} styles @param {readonly string[]} names of all embeds */
export function standAlone(html, styles, names) {
  const list = names.join(', ')
  const script = `${SAY_SO}(${JSON.stringify(list)})`
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`
  const bare = html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link\b[^>]*>/g, '')
    .replace(/<a\b[^>]*>[\s\S]*?<\/a>/g, '')
    .replace(
      /<meta charSet="utf-8"\/>/i,
      (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}"/><style>${styles}</style>`,
    )
    .replace(
      '</main>',
      `<p class="embed-names">Embeds are at <code>embed/v1/</code> and one of these names: ${list}.</p></main><script>${script}</script>`,
    )
  if (!bare.includes(script) || !bare.includes(policy))
    throw new Error('404.html has no <main> or no <meta charset>: see scripts/static-not-found.mjs.')
  return bare
}
