export function installedBrowser(): string | null
export function installBrowser(): Promise<number>
