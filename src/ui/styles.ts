/**
 * The looks of every view, written close together because it travels as it is.
 *
 * `all: initial` keeps out what a page passes on (fonts, colours, spacing). The size then starts from the visitor's own setting, so that a
 * page with `html { font-size: 62.5% }` shrinks nothing, while a root made larger enlarges us too, up to twice: hence the clamp.
 *
 * Heights are parts of the window by `%`, not `vh`, which a `zoom` of the page on its root or body makes larger than the window.
 *
 * Owners may set `--toestemming-accent`, `--toestemming-on-accent` and `--toestemming-font`. Reject and accept share all of them.
 */
const dark =
  'color-scheme:dark;--surface:#151b23;--text:#e9eef4;--quiet:#aab6c4;--line:#3b4755;--accent:var(--toestemming-accent,#9dc6f8);--on:var(--toestemming-on-accent,#0b1726);--least:.75;--most:1'

export const styles = `
:host{display:contents!important}
:host>div{all:initial;display:contents;-webkit-text-size-adjust:100%;--surface:#fff;--text:#17202c;--quiet:#4c5867;--line:#d4dbe3;--accent:var(--toestemming-accent,#174f8c);--on:var(--toestemming-on-accent,#fff);--ink:var(--accent);--least:0;--most:.5;--corner:var(--toestemming-corners,1em);--room:clamp(.5,var(--toestemming-density,1),1.5)}
:host>.dark{${dark}}
@media(prefers-color-scheme:dark){:host>.auto{${dark}}}
@supports(color:oklch(from red l c h)){:host>[class]{--white:calc((.18 - y)*999);--on:var(--toestemming-on-accent,color(from var(--accent) xyz var(--white) var(--white) var(--white)));--ink:oklch(from var(--accent) clamp(var(--least),l,var(--most)) c h)}}
*,:before{box-sizing:border-box}
section,dialog,.toast{font:clamp(1em,1rem,2em)/1.5 var(--toestemming-font,system-ui,sans-serif);color:var(--text);background:var(--surface);padding:calc(1em*var(--room)) min(1.25em,5vw) 0;border:0 solid var(--line);border-radius:var(--corner);overflow:auto;overflow-wrap:break-word}
h2{margin:0;font-size:1.1875em;line-height:1.3;overflow-wrap:anywhere}
a{color:var(--ink)}
p>span{display:flex;flex-wrap:wrap;gap:0 1em}
span>a{padding:.25em 0}
p{margin:.25em 0}
button{flex:1 1 8.5em;min-height:44px;padding:.5em .25em;border:2px solid var(--ink);border-radius:calc(var(--corner)/2);background:var(--surface);color:var(--ink);font:inherit;font-weight:600;cursor:pointer}
button:hover{text-decoration:underline}
.main{background:var(--accent);color:var(--on)}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.pair{flex:2 1 17.5em;display:grid;grid:auto-flow 1fr/repeat(auto-fit,minmax(min(100%,6.8em),1fr));gap:.5em}
.buttons{display:flex;flex-wrap:wrap;gap:.5em;bottom:0;padding:calc(.75em*var(--room)) 0 calc(1em*var(--room));background:var(--surface)}
.banner>.buttons,dialog>.buttons{position:sticky;box-shadow:0 -.5em .5em var(--surface)}
.banner,.toast{position:fixed;z-index:9999999999;inset:auto 1em 1em;border-width:1px;box-shadow:0 0 2em #0003}
.banner{display:block;will-change:opacity;width:min(27em,100% - 2em);max-height:max(49%,min(17em,90%));margin-inline:auto 0}
.banner>*,dialog>*{animation:appear .2s both}
.bar{display:flex;flex-wrap:wrap;align-items:center;gap:0 2em;inset:auto 0 0;width:auto;padding-inline:max(min(1em,4vw),50% - 38em);border-width:1px 0 0;border-radius:0}
.bar>*{flex:1 1 29em}
.banner>:first-child{padding-bottom:.5em}
button,p{font-size:.9375em;line-height:1.4}
.unseen{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.toast{display:flex;flex-wrap:wrap;align-items:center;gap:.75em;width:fit-content;margin:auto;padding:1em;bottom:4.5em}
div [part]{opacity:1!important;visibility:visible!important;transform:none!important;scale:none!important;rotate:none!important;translate:none!important;offset:none!important;filter:none!important;clip-path:none!important;mask:none!important}
.buttons button{position:static!important;margin:0!important;grid-area:auto!important;justify-self:auto!important;width:auto!important;min-width:0!important;max-width:none!important;pointer-events:auto!important;box-shadow:none!important;border-image:none!important;outline-width:3px!important}
:is(section,.buttons *):before,:is(section,.buttons *):after{content:none!important}
@media print{.banner,.toast,button{display:none}}
@keyframes appear{0%{opacity:0}}
@media(min-width:64em){.bar{padding-bottom:1em}.bar>.buttons{padding:0}}
@media(min-width:40em){.center{inset:0;margin:auto;height:fit-content}}
@media(prefers-reduced-motion){*,:before{animation:none!important;transition:none!important}}
`
