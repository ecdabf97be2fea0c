// Frames whose address is itself a page that asks a vendor.
const byScript = document.createElement('iframe')
byScript.src = `javascript:'<img src="${vendor}/javascript.gif">'`
place.append(byScript)

const byData = document.createElement('iframe')
byData.src = `data:text/html,<img src="${vendor}/data.gif">`
place.append(byData)
