import * as z from 'zod';

// Must run before any schema is used: zod otherwise probes `new Function`, which the
// page's content security policy reports as a violation.
z.config({ jitless: true });
