import { useRef, useState } from 'react'
import type { StackParameter } from '../../import/parameter'
import type { ParameterTexts } from '../../worker/importer'
import { textOf } from './parameter-words'

/**
 * What stands in the fields of parameters, and what is wrong with it: judged when a field is left,
 * at every key once something was wrong, and all together at the end.
 */
export function useTexts(
  parameters: readonly StackParameter[],
  check: (texts: ParameterTexts) => Promise<ParameterTexts>,
) {
  const [texts, setTexts] = useState<ParameterTexts>(() =>
    Object.fromEntries(parameters.map((it) => [it.key, textOf(it)])),
  )
  const [problems, setProblems] = useState<ParameterTexts>({})
  // an answer to what was typed before says nothing of what stands there now
  const latest = useRef(texts)

  const look = async (key: string, text: string) => {
    const { [key]: found } = await check({ [key]: text })
    if (latest.current[key] === text) setProblems((before) => withProblem(before, key, found))
  }
  return {
    texts,
    problems,
    set: ({ key }: StackParameter, text: string) => {
      latest.current = { ...latest.current, [key]: text }
      setTexts(latest.current)
      if (Object.hasOwn(problems, key)) void look(key, text)
    },
    leave: (it: StackParameter) => {
      const text = latest.current[it.key] ?? ''
      // nobody has to be told of what is not filled in yet
      if (text !== '' && text !== textOf(it)) void look(it.key, text)
    },
    /** How many values are refused, those left out that may stay empty. */
    judge: async (mayLack: ReadonlySet<string>): Promise<number> => {
      const found = Object.entries(await check(latest.current)).filter(([key]) => !mayLack.has(key))
      setProblems(Object.fromEntries(found))
      return found.length
    },
  }
}

function withProblem(
  before: ParameterTexts,
  key: string,
  problem: string | undefined,
): ParameterTexts {
  const others = Object.entries(before).filter(([each]) => each !== key)
  return Object.fromEntries(problem === undefined ? others : [...others, [key, problem]])
}
