import { errorCatalog, IkuseiError } from '../../../shared/domain/errors';

/**
 * What a person reads when the application ends before it has a window: code, what
 * happened, where, what next. Of a fault of ours, only its own short message.
 */
export function startFailure(error: unknown): { title: string; content: string } {
  const { code, title, next } =
    errorCatalog[error instanceof IkuseiError ? error.errorName : 'unexpected'];
  const detail = error instanceof IkuseiError ? error.detail : messageOf(error);
  return {
    title: '育成ノートを開けませんでした',
    content: [`${title}（${code}）`, detail, next].filter((line) => line !== '').join('\n\n'),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
