/** The account and the Region that the folders of a path name, wherever they stand in it. */
export function placeInPath(path: string): {
  readonly ownerId: string | null
  readonly region: string | null
} {
  const words = path.split(/[/\\]/).flatMap((folder) => [folder, ...folder.split(/[._\s]+/)])
  return {
    ownerId: words.find((word) => /^\d{12}$/.test(word)) ?? null,
    region:
      words.find((word) => /^(?:af|ap|ca|cn|eu|il|me|mx|sa|us)(?:-[a-z]+)+-\d$/.test(word)) ?? null,
  }
}
