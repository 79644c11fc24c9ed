// Before every test file: where the random documents of the property tests start, and how many
// there are. A fixed start, so that a run that passed passes again; `npm run explore` moves it.
import fc from 'fast-check'

const seed = Number(process.env.CAUSEWAY_SEED ?? 20_240_229)
const numRuns = Number(process.env.CAUSEWAY_RUNS ?? 100)

fc.configureGlobal({ seed, numRuns })
