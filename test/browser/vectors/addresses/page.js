// All the ways to write one host.
const name = vendor.slice('https://'.length)
const addresses = [
  `//${name}/relative.gif`,
  `HTTPS://${name}/scheme.gif`,
  `https://${name.toUpperCase()}/upper.gif`,
  `https://${name}:8443/port.gif`,
  `https://${name}./dot.gif`,
  `https://deep.down.${name}/deep.gif`,
  `https://bücher.${name}/international.gif`,
  `https://%${name.charCodeAt(0).toString(16)}${name.slice(1)}/percent.gif`,
  `https://${String.fromCharCode(name.charCodeAt(0) + 0xfee0)}${name.slice(1)}/wide.gif`,
  `  https://${name}/space.gif\n`,
  `ht\ntps://${name.slice(0, 3)}\t${name.slice(3)}/newline.gif`,
  `https:\\\\${name}\\backslash.gif`,
  `/\\${name}/slash.gif`,
  `https:////${name}/slashes.gif`,
]
for (const address of addresses) new Image().src = address
place.innerHTML = `<IFRAME SRC='//${name}/markup'></IFRAME><iframe src=" https://${name}&#x2f;entity"></iframe>
  <img src="/\t/${name}/tab.gif"><img src="&#047;&#x002f;${name}/zeros.gif"><img src="https://&#${name.charCodeAt(0)};${name.slice(1)}/letter.gif">`
const script = document.createElement('script')
script.src = `https://someone:secret@${name}/user.js`
place.append(script)
