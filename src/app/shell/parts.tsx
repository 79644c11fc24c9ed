import { lazy, Suspense, type ComponentType } from 'react'

type Module = Readonly<Record<string, ComponentType | undefined>>

const files = import.meta.glob<Module>([
  '../../canvas/Canvas.tsx',
  '../../panels/palette/Palette.tsx',
  '../../panels/inspector/Inspector.tsx',
  '../../panels/*/*Panel.tsx',
])

/** A part of the page by its name, empty until its file exists. */
function part(name: string) {
  const path = Object.keys(files).find((it) => it.endsWith(`/${name}.tsx`))
  const load = path && files[path]
  if (!load) return () => <p>{name} is not here yet.</p>
  const Part = lazy(async () => ({ default: (await load())[name] ?? (() => null) }))
  return () => (
    <Suspense>
      <Part />
    </Suspense>
  )
}

export const parts = {
  Canvas: part('Canvas'),
  Palette: part('Palette'),
  Inspector: part('Inspector'),
  Path: part('PathPanel'),
  Findings: part('FindingsPanel'),
  Export: part('ExportPanel'),
  Document: part('DocumentPanel'),
}
