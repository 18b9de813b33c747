/** What a certificate may be, and the ending of its file. */
export const certificateTypes = ['pdf', 'png', 'jpg'] as const;
export type CertificateType = (typeof certificateTypes)[number];

/** A page that was scanned well has less; told before a byte is read. */
export const MAX_CERTIFICATE_BYTES = 5_000_000;

/** How the bytes of each type begin. */
const beginnings: Readonly<Record<CertificateType, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpg: [0xff, 0xd8, 0xff],
};

/** What the bytes are, whatever the file is called; null for anything else. */
export function certificateTypeOf(bytes: Uint8Array): CertificateType | null {
  return (
    certificateTypes.find((type) =>
      beginnings[type].every((byte, index) => bytes[index] === byte),
    ) ?? null
  );
}
