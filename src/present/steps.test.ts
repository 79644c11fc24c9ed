import { describe, expect, it } from 'vitest'
import { analyse } from '../engine/analyse'
import { s1 } from '../model/examples/s1'
import { s2 } from '../model/examples/s2'
import { questionOf } from '../store/question-of'
import { stepAt, stepsOf } from './steps'

describe('the steps of a presentation', () => {
  it.each([s1, s2])('$title: from the source to where the packet is dropped', (example) => {
    const { trace } = analyse(example.document, questionOf(example.flow))
    const steps = stepsOf(trace)
    expect(steps.length).toBeGreaterThan(1)
    expect(steps.every(({ hop }) => !hop.hypothetical)).toBe(true)
    expect(steps.at(-1)?.hop.decision).toBe('drops')
    expect(steps.map((step) => stepAt(steps, step))).toEqual(steps.map((_, index) => index))
  })

  it('nothing is looked at before the first step, and without a path there is none', () => {
    expect(stepAt(stepsOf(null), null)).toBe(-1)
    expect(stepsOf(null)).toEqual([])
  })
})
