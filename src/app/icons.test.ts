import { expect, it } from 'vitest'
import { iconNames } from '../kinds/contract'
import { iconUrls } from '../ui/icons'

it.each(iconNames)('the icon %s is drawn', (name) => {
  expect(iconUrls[name]).toMatch(/svg/)
})
