/** The same values at every run; others are tried with `SEED=… npx vitest run --project properties`. Imported for its effect. */
import fc from 'fast-check'

const seed = Number(process.env.SEED ?? 20_260_801)
console.log(`fast-check seed: ${seed}`)
fc.configureGlobal({ seed })
