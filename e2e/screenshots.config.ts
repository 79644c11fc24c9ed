import config from './playwright.config'

/** Takes the pictures of the README: `npm run screenshots`. No test of `npm test`. */
export default { ...config, testMatch: 'screenshots.ts', outputDir: 'results/screenshots' }
