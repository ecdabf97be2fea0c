import all from './rollup.config.mjs'
const want=(process.env.ONE??'toestemming').split(',')
export default all.filter(c=>want.some(w=>c.output.file===`dist/${w}.js`))
