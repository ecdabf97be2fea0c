/** What preferences and cookie table add to the looks in `styles`. */
export const panelStyles = `
h3,h4,ul{margin:0;padding:0;font-size:1em;list-style:none}
h3,h4,label,.head{display:flex;align-items:center;justify-content:space-between;gap:.5em 1em}
h3,h4{flex-wrap:wrap}
h4,thead th{font-weight:600}
label{flex:1;min-width:0;min-height:44px;overflow-wrap:anywhere;cursor:pointer}
small{font-size:.875em;font-weight:400;color:var(--quiet)}
h2:focus{outline:0}
dialog{border-width:1px;overscroll-behavior:contain;scroll-padding-block:4em 9em;width:min(44em,100%);max-width:none;max-height:90%}
dialog::backdrop{background:#0009}
.head{position:sticky;top:-1em;z-index:1;margin-top:-1em;padding:.5em 0;background:var(--surface)}
.head button{flex:0 0 44px;border:0;font-size:0}
.head button:before{content:"×";content:"×"/"";font-size:28px;font-weight:400}
fieldset{container-type:inline-size;min-width:0;margin:calc(.75em*var(--room)) 0;padding:.25em min(1em,4vw) calc(.75em*var(--room));border:1px solid var(--line);border-radius:calc(var(--corner)/2);background:#7896c812}
h3{min-height:36px}
li{padding:calc(.5em*var(--room)) 0;border-top:1px solid var(--line)}
summary{color:var(--ink);padding:.5em 0;cursor:pointer}
input{appearance:none;flex:none;font:inherit;width:3em;height:1.75em;margin:0;border:2px solid var(--quiet);border-radius:1em;background:var(--surface);cursor:pointer}
input:before{content:"";display:block;width:0;margin:.125em;border:.625em solid var(--quiet);border-radius:1em;transition:margin .15s}
.partly:before{margin-inline-start:.75em}
input:checked{border-color:var(--ink);background:var(--accent)}
input:checked:before{margin-inline-start:1.375em;border-color:var(--on)}
@media(forced-colors:active){input:checked{background:Highlight}input:checked:before{border-color:HighlightText}dialog>.buttons{border-top:1px solid}}
table{width:100%;border-collapse:collapse;font-size:.9375em}
th,td{padding:.375em .75em .375em 0;border-bottom:1px solid var(--line);font-weight:400;text-align:start;vertical-align:top;overflow-wrap:anywhere}
thead th{overflow-wrap:break-word}
th small{display:block}
@container(max-width:24em){thead{position:absolute;clip-path:inset(50%)}tr{display:block;padding:.25em 0;border-bottom:1px solid var(--line)}th,td{display:block;padding:.125em 0;border:0}td:before{content:attr(data-label)": ";color:var(--quiet)}}
@media(max-width:40em),(max-height:27em){dialog{container-type:size;height:100%;max-height:none;border-radius:0}}
@container(max-height:27em){dialog>.buttons,.head{position:static}}
@media print{*{color:#000!important;background:#fff!important}tr{break-inside:avoid}a:after{content:" "attr(href)}}
`
