// Runs before the first paint, so that a chosen theme never flashes. A file of its own, because the
// Content-Security-Policy allows no inline script. `src/app/theme.ts` takes over from here.
try {
  const chosen = localStorage.getItem('causeway:theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
} catch {
  // storage is closed to this page: follow the system
}
