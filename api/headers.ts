/** Headers of every answer, and what a client says it accepts. */

/**
 * Holds with maplibre's CSP build, deck.gl, recharts and react-aria. The hash is the one style element that react-aria
 * injects; a version that changes it shows as a violation in the browser tests.
 */
const pagePolicy = (ancestors: string) =>
  "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; " +
  "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; " +
  `form-action 'self'; frame-ancestors ${ancestors}`;

/** Swagger UI writes style attributes; no script of its own is inline. */
const documentationPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** @param ancestors who may frame the answer, as `frame-ancestors` lists them: see framing.ts */
export function setSecurityHeaders(headers: Headers, path: string, ancestors = "'none'"): void {
  headers.set('content-security-policy', path.startsWith('/api/docs') ? documentationPolicy : pagePolicy(ancestors));
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
}

/** `gzip` or `*`, unless its weight is zero. */
export function acceptsGzip(header: string | null): boolean {
  return header !== null && /(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)/i.test(header);
}
