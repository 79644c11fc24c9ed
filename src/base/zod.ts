import { z } from 'zod'

// zod would compile each object schema with `new Function` when the schema is made. The page's
// Content-Security-Policy forbids that and reports even the attempt. Whoever imports zod from here
// makes schemas after this line.
z.config({ jitless: true })

export { z }
