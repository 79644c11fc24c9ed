import { answer } from './main'

/** Answers on standard output, with messages on standard error and the exit code of the verdict. */
export async function run(args: readonly string[], version: string): Promise<void> {
  // whoever reads may stop reading, as `head` does: that is no fault of ours
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  const { code, out = '', messages = [] } = await answer(args, version)
  for (const message of messages) process.stderr.write(`${message}\n`)
  process.exitCode = code
  process.stdout.write(out)
}
