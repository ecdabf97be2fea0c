// Frames whose address is itself a page that asks a vendor.
const byData = document.createElement('iframe')
byData.src = `data:text/html,<img src="${vendor}/data.gif">`
place.append(byData)
