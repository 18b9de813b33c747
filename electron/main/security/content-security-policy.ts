/**
 * The page may load from its own bundle and nothing else. React Aria adds one `<style>`
 * element at run time; it finds the nonce in the page's `csp-nonce` meta tag, so no
 * `'unsafe-inline'` is ever needed (robust.md A5).
 *
 * @param nonce fresh for every response of the page
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
