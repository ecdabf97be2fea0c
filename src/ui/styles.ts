/**
 * The looks of every view, written close together because it travels as it is.
 *
 * `all: initial` keeps out what a page passes on (fonts, colours, spacing). The size then starts from the visitor's own setting, so that a
 * page with `html { font-size: 62.5% }` shrinks nothing, while a root made larger enlarges us too, up to twice: hence the clamp.
 *
 * Owners may set `--toestemming-accent`, `--toestemming-on-accent` and `--toestemming-font`. Reject and accept share all of them.
 */
const dark =
  'color-scheme:dark;--surface:#151b23;--shade:#1d252f;--text:#e9eef4;--quiet:#aab6c4;--line:#3b4755;--accent:var(--toestemming-accent,#9dc6f8);--on:var(--toestemming-on-accent,#0b1726)'

export const styles = `
:host>div{all:initial;-webkit-text-size-adjust:100%;--surface:#fff;--shade:#f4f6f9;--text:#17202c;--quiet:#4c5867;--line:#d4dbe3;--accent:var(--toestemming-accent,#174f8c);--on:var(--toestemming-on-accent,#fff)}
:host>.dark{${dark}}
@media(prefers-color-scheme:dark){:host>.auto{${dark}}}
*,:before{box-sizing:border-box}
section,dialog,.toast{font:1em/1.5 var(--toestemming-font,system-ui,sans-serif);font-size:clamp(1em,1rem,2em);color:var(--text);background:var(--surface);padding:1em min(1.25em,5vw) 0;border:0 solid var(--line);border-radius:1em;overflow:auto;overscroll-behavior:contain;overflow-wrap:break-word}
h2,h3,h4,p,ul{margin:0;padding:0;font-size:1em}
h2{font-size:1.1875em;line-height:1.3;overflow-wrap:anywhere}
h3,h4,label,header{display:flex;gap:.5em 1em;align-items:center;justify-content:space-between}
h3,h4{flex-wrap:wrap}
h4,thead th{font-weight:600}
h3{font-size:1.0625em}
label{flex:1;min-width:0;min-height:44px;overflow-wrap:anywhere;cursor:pointer}
small{font-size:.875em;font-weight:400;color:var(--quiet)}
a,summary{color:var(--accent)}
p{margin:.25em 0}
button{flex:1 1 8.5em;min-height:44px;padding:.5em .25em;border:2px solid var(--accent);border-radius:.5em;background:var(--surface);color:var(--accent);font:inherit;font-size:.9375em;font-weight:600;cursor:pointer}
button:hover{text-decoration:underline}
.main{background:var(--accent);color:var(--on)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.pair{flex:2 1 17.5em;display:grid;grid:auto-flow 1fr/repeat(auto-fit,minmax(min(100%,8.5em),1fr));gap:.5em}
.buttons{bottom:0;display:flex;flex-wrap:wrap;gap:.5em;padding:.75em 0 1em;background:var(--surface)}
.banner>.buttons,dialog>.buttons{position:sticky;box-shadow:0 -.5em .5em var(--surface)}
h2:focus{outline:0}
.banner{position:fixed;z-index:2147483646;inset:auto 1em 1em auto;width:min(27em,100% - 2em);max-height:max(49vh,min(17em,90vh));border-width:1px;box-shadow:0 0 2em #0003;animation:appear .2s}
.bar{display:flex;flex-wrap:wrap;align-items:center;gap:0 2em;inset:auto 0 0;width:auto;padding-inline:max(min(1em,4vw),50% - 38em);border-width:1px 0 0;border-radius:0}
.bar>*{flex:1 1 29em}
.banner>:first-child{padding-bottom:.5em}
fieldset{container-type:inline-size}
.banner p{font-size:.9375em}
dialog{border-width:1px;width:min(44em,100%);max-width:none;max-height:90vh;animation:appear .2s}
dialog::backdrop{background:#0009}
header{position:sticky;top:-1em;z-index:1;margin-top:-1em;padding:.5em 0;background:var(--surface)}
[data-toestemming-action=close]{flex:0 0 44px;border:0;font-size:0}
[data-toestemming-action=close]:before{content:"×";content:"×"/"";font-size:28px;font-weight:400}
fieldset{min-width:0;margin:.75em 0;padding:.25em min(1em,4vw) .75em;border:1px solid var(--line);border-radius:.75em;background:var(--shade)}
h3{min-height:44px}
ul{list-style:none}
li{padding:.5em 0;border-top:1px solid var(--line)}
summary{padding:.4em 0;cursor:pointer}
input{appearance:none;flex:none;font:inherit;width:3em;height:1.75em;margin:0;border:2px solid var(--quiet);border-radius:1em;background:var(--surface);cursor:pointer}
input:before{content:"";display:block;width:0;margin:.125em;border:.625em solid var(--quiet);border-radius:1em;transition:margin .15s}
.partly:before{margin-inline-start:.75em}
input:checked{border-color:var(--accent);background:var(--accent)}
input:checked:before{margin-inline-start:1.375em;border-color:var(--on)}
table{width:100%;border-collapse:collapse;font-size:.9375em}
th,td{padding:.375em .75em .375em 0;border-bottom:1px solid var(--line);font-weight:400;text-align:start;vertical-align:top;overflow-wrap:anywhere}
th small{display:block}
.unseen{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.toast{position:fixed;z-index:2147483646;inset:auto 1em 4.5em;display:flex;flex-wrap:wrap;gap:.75em;align-items:center;width:fit-content;margin:auto;padding:1em;border-width:1px;box-shadow:0 0 2em #0003}
@media print{.banner,.toast,button{display:none}}
@keyframes appear{0%{opacity:0}}
@container(max-width:24em){thead{position:absolute;clip-path:inset(50%)}tr{display:block;padding:.25em 0;border-bottom:1px solid var(--line)}th,td{display:block;padding:.125em 0;border:0}td:before{content:attr(data-label)": ";color:var(--quiet)}}
@media(min-width:64em){.bar{padding-bottom:1em}.bar>.buttons{padding:0}}
@media(min-width:40em){.center{inset:0;margin:auto;height:fit-content}}
@media(max-width:40em){dialog{height:100%;max-height:none;border-radius:0}}
@media(max-height:26em){.banner{position:static;width:auto;max-height:none}.banner>.buttons,dialog>.buttons,header{position:static}}
@media(prefers-reduced-motion){*,:before{animation:none!important;transition:none!important}}
`
