import type { CareerNote } from '../../../shared/domain/career/career-note';
import { considerationLabels } from '../../../shared/domain/career/career-words';
import type {
  PlacementRequest,
  PlacementWish,
} from '../../../shared/domain/career/placement-request';
import { workFieldLabels } from '../../../shared/domain/career/work-field';
import type { OrgUnit } from '../../../shared/domain/organisation/org-unit';
import { orgUnitPath } from '../../../shared/domain/organisation/org-unit-path';

type RequestWordsProps = {
  request: PlacementRequest;
  consideration: CareerNote | null;
  units: readonly OrgUnit[];
};

/** What a request says, to read. */
export function RequestWords({ request, consideration, units }: RequestWordsProps) {
  const { stay, stayReason, wishes } = request;
  const considers = consideration?.considers.map((kind) => considerationLabels[kind]) ?? [];
  const considerationText = consideration?.text.trim() ?? '';
  return (
    <dl className="flex flex-col gap-3 text-sm">
      {stay && (
        <div>
          <dt className="font-bold">今の所属にとどまりたい</dt>
          <dd className="whitespace-pre-wrap">{stayReason}</dd>
        </div>
      )}
      {wishes.map((wish, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a wish is what stands at its place
        <div key={index}>
          <dt className="font-bold">
            第{index + 1}希望　{placeWords(wish, units)}
          </dt>
          <dd className="whitespace-pre-wrap">{wish.reason}</dd>
        </div>
      ))}
      {(considers.length > 0 || considerationText !== '') && (
        <div>
          <dt className="font-bold">
            配慮してほしい事情{considers.length > 0 && `（${considers.join('、')}）`}
          </dt>
          <dd className="whitespace-pre-wrap">{considerationText}</dd>
        </div>
      )}
    </dl>
  );
}

function placeWords({ unitId, field, words }: PlacementWish, units: readonly OrgUnit[]): string {
  return [
    unitId === null ? '' : orgUnitPath(units, unitId).join(' '),
    field === null ? '' : workFieldLabels[field],
    words.trim(),
  ]
    .filter((part) => part !== '')
    .join('／');
}
