/** The page in the frame with the box "Ik ben geen robot", as such vendors draw it on a page. */
export const robotBox = ({ title, id, code, mark }) => `<!doctype html><html lang="nl"><meta charset="utf-8"><title>${title}</title>
<style>
  html { color-scheme: light; font: 14px/1.4 system-ui, sans-serif }
  body { box-sizing: border-box; display: flex; align-items: center; gap: 12px; height: 76px; margin: 0; padding: 0 14px;
    border: 1px solid #c9ccd1; border-radius: 3px; background: #f9f9f9; color: #222 }
  input { width: 24px; height: 24px; margin: 0 }
  label { flex: 1; display: flex; align-items: center; gap: 12px }
  small { color: #555; font-size: 10px; text-align: center }
</style>
<label><input type="checkbox" id="${id}"> Ik ben geen robot</label><small>${mark}<br>(nagebootst)</small>
<script>${code}</script></html>`
