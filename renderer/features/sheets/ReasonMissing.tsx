import { errorCatalog } from '../../../shared/domain/errors';

/** Said below an empty reason once it was asked for. */
export function ReasonMissing() {
  return (
    <p role="alert" className="text-sm text-error-2">
      {errorCatalog.reasonMissing.title}。{errorCatalog.reasonMissing.next}
    </p>
  );
}
