import { IkuseiError } from '../../shared/domain/errors';

/** What a failed reading of the store is to the person. */
export function asIkuseiError(error: unknown): IkuseiError {
  if (error instanceof IkuseiError) return error;
  return new IkuseiError('storeUnavailable', error instanceof Error ? `種類：${error.name}` : '');
}
