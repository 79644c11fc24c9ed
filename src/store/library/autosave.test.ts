import { describe, expect, it } from 'vitest'
import { createAutosave, type Saved } from './autosave'

/** Writes that end when the test says so. */
function slowStorage() {
  const state = { value: 0, written: [] as number[], failing: false }
  const ends: (() => void)[] = []
  const states: Saved['state'][] = []
  const autosave = createAutosave(
    () => {
      const { value } = state
      if (state.failing) return Promise.reject(new Error('full'))
      return new Promise((resolve) => {
        ends.push(() => {
          state.written.push(value)
          resolve()
        })
      })
    },
    (saved) => states.push(saved.state),
    (error) => (error instanceof Error ? error.message : ''),
  )
  return { state, ends, states, autosave }
}

describe('autosave', () => {
  it('writes the newest state last, however many changes come meanwhile', async () => {
    const { state, ends, states, autosave } = slowStorage()
    state.value = 1
    autosave.changed()
    const first = autosave.flush()
    state.value = 2
    autosave.changed()
    state.value = 3
    autosave.changed()
    ends[0]?.()
    await first
    expect(autosave.dirty()).toBe(true)
    const second = autosave.flush()
    ends[1]?.()
    await second
    expect(state.written).toEqual([1, 3])
    expect(autosave.dirty()).toBe(false)
    expect(states.at(-1)).toBe('saved')
  })

  it('hands everything over at once when the page goes away, though a write is running', async () => {
    const { state, ends, autosave } = slowStorage()
    state.value = 1
    autosave.changed()
    const first = autosave.flush()
    state.value = 2
    autosave.changed()
    autosave.flushLeaving()
    expect(ends).toHaveLength(2)
    for (const end of ends) end()
    await first
    expect(state.written).toEqual([1, 2])
  })

  it('says why nothing was written and stays unsaved until a write succeeds', async () => {
    const { state, ends, states, autosave } = slowStorage()
    state.failing = true
    autosave.changed()
    await expect(autosave.flush()).rejects.toThrow('full')
    expect(states.at(-1)).toBe('unsaved')
    expect(autosave.dirty()).toBe(true)
    autosave.changed()
    expect(states.at(-1)).toBe('unsaved')
    state.failing = false
    const again = autosave.flush()
    ends[0]?.()
    await again
    expect(states.at(-1)).toBe('saved')
    autosave.stop()
  })
})
