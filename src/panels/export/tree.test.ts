import { describe, expect, it } from 'vitest'
import { treeOf } from './tree'

const paths = ['README.md', 'modules/a/main.tf', 'modules/a/outputs.tf', 'modules/b/main.tf']
const shown = (...closed: string[]) =>
  treeOf(paths, new Set(closed)).map(({ name, level }) => `${'-'.repeat(level)}${name}`)

describe('the file tree', () => {
  it('has a line for each folder, once', () => {
    expect(shown()).toEqual([
      '-README.md',
      '-modules',
      '--a',
      '---main.tf',
      '---outputs.tf',
      '--b',
      '---main.tf',
    ])
  })
  it('leaves out what is in a closed folder', () => {
    expect(shown('modules/a')).toEqual(['-README.md', '-modules', '--a', '--b', '---main.tf'])
    expect(shown('modules')).toEqual(['-README.md', '-modules'])
  })
})
