/** The origin that people reach us by, for the addresses that must be absolute: what the setting says, else what was asked. */

/** @param publicUrl `PUBLIC_URL`, without a final slash; null: none is set */
export function publicOrigin(requestUrl: string, publicUrl: string | null): string {
  return publicUrl ?? new URL(requestUrl).origin;
}
