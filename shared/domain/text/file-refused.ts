/** A file from outside that is not taken. `reason` says why in Japanese, as a whole sentence. */
export class FileRefused extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.name = 'FileRefused';
    this.reason = reason;
  }
}
