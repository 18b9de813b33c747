import type { RequestPatch } from '../../../shared/domain/career/change-request';
import { blankWish } from '../../../shared/domain/career/change-request';
import {
  MOST_WISHES,
  type PlacementRequest,
  type PlacementWish,
} from '../../../shared/domain/career/placement-request';
import {
  workFieldLabels,
  workFieldSchema,
  workFields,
} from '../../../shared/domain/career/work-field';
import type { OrgUnit } from '../../../shared/domain/organisation/org-unit';
import { orgUnitPath } from '../../../shared/domain/organisation/org-unit-path';
import type { RequestChange } from '../../data/placement-commands';
import type { OwnRequestView } from '../../data/placement-queries';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { CheckField } from '../../ui/CheckField';
import { ChoiceKeys } from '../../ui/ChoiceKeys';
import { SelectField } from '../../ui/SelectField';
import { CareerText } from './CareerText';
import { requestAutosave } from './career-autosave';
import { DraftUndo } from './DraftUndo';
import { type DraftKind, useDraft } from './use-draft';

type RequestFormProps = { request: PlacementRequest; view: OwnRequestView };

const requestDraft: DraftKind<PlacementRequest, RequestPatch, RequestChange> = {
  autosaveOf: requestAutosave,
  changeOf: ({ id, staffId }, patch) => ({ requestId: id, writerId: staffId, patch }),
  patchOf: ({ requestId, patch }, id) => (requestId === id ? patch : null),
  withPatch: (request, patch) => ({ ...request, ...patch }),
  inverseOf: ({ route, stay, stayReason, wishes }, patch) =>
    Object.fromEntries(
      Object.entries({ route, stay, stayReason, wishes }).filter(([field]) => field in patch),
    ),
};

/** The draft of my request, saved as I type; each step of this visit can be taken back. */
export function RequestForm({ request, view }: RequestFormProps) {
  const { draft, change, edits } = useDraft(request, requestDraft);
  const setWish = (index: number, patch: Partial<PlacementWish>, settled?: boolean) =>
    change(
      {
        wishes: draft.wishes.map((wish, at) => (at === index ? { ...wish, ...patch } : wish)),
      },
      settled === undefined
        ? undefined
        : { settled, place: `wish ${index} ${Object.keys(patch).join()}` },
    );

  return (
    <>
      <Card title="だれに出しますか" aside={<DraftUndo edits={edits} fields="request." />}>
        <ChoiceKeys
          label="提出のしかた"
          choices={[
            { value: 'sealed' as const, label: '職員課だけに封をして出す' },
            ...(view.hasHead
              ? [{ value: 'throughHead' as const, label: '所属長を通して出す' }]
              : []),
          ]}
          value={draft.route}
          onChange={(route) => change({ route })}
        />
        <p className="mt-2 text-sm text-solid-gray-700">
          {draft.route === 'sealed'
            ? '読めるのは職員課だけです。上司の画面・ファイル・一覧には、申告があることも出ません。'
            : '評価者である上司が読み、所属長意見を付けます。意見は職員課だけが読みます。配慮してほしい事情は、あなたが認めない限り職員課だけが読みます。'}
        </p>
      </Card>
      <Card title="希望" className="flex flex-col gap-4">
        <CheckField
          label="今の所属にとどまりたい"
          name="stay"
          checked={draft.stay}
          onChange={(stay) => change({ stay })}
        />
        {draft.stay && (
          <CareerText
            label="とどまりたい理由"
            name="request.stay-reason"
            value={draft.stayReason}
            onChange={(stayReason, settled) =>
              change({ stayReason }, { settled, place: 'stayReason' })
            }
          />
        )}
        {draft.wishes.map((wish, index) => (
          <WishFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a wish is what stands at its place
            key={index}
            wish={wish}
            number={index + 1}
            units={view.units}
            onChange={(patch, settled) => setWish(index, patch, settled)}
            onRemove={() => change({ wishes: draft.wishes.filter((_, at) => at !== index) })}
          />
        ))}
        {draft.wishes.length < MOST_WISHES && (
          <div>
            <Button onPress={() => change({ wishes: [...draft.wishes, blankWish] })}>
              希望する配属先を加える
            </Button>
          </div>
        )}
      </Card>
    </>
  );
}

type WishFieldsProps = {
  wish: PlacementWish;
  number: number;
  units: readonly OrgUnit[];
  /** `settled` comes with texts only. */
  onChange: (patch: Partial<PlacementWish>, settled?: boolean) => void;
  onRemove: () => void;
};

function WishFields({ wish, number, units, onChange, onRemove }: WishFieldsProps) {
  return (
    <fieldset className="flex flex-col gap-2 rounded-8 border border-solid-gray-300 p-4">
      <legend className="px-1 text-sm font-bold">第{number}希望</legend>
      <div className="grid grid-cols-1 gap-3 min-[900px]:grid-cols-2">
        <SelectField
          label="所属"
          options={[
            { value: '', label: '決めていない' },
            ...units.map(({ id }) => ({ value: id, label: orgUnitPath(units, id).join(' ') })),
          ]}
          value={wish.unitId ?? ''}
          onChange={(id) => onChange({ unitId: id === '' ? null : id })}
        />
        <SelectField
          label="分野"
          options={[
            { value: '', label: '決めていない' },
            ...workFields.map((field) => ({ value: field, label: workFieldLabels[field] })),
          ]}
          value={wish.field ?? ''}
          onChange={(field) => onChange({ field: workFieldSchema.safeParse(field).data ?? null })}
        />
      </div>
      <CareerText
        label="してみたい仕事、派遣・交流先など"
        name={`request.wish-${number}-words`}
        rows={1}
        value={wish.words}
        onChange={(words, settled) => onChange({ words }, settled)}
      />
      <CareerText
        label="理由"
        name={`request.wish-${number}-reason`}
        value={wish.reason}
        onChange={(reason, settled) => onChange({ reason }, settled)}
      />
      <div>
        <Button
          look="quiet"
          size="small"
          aria-label={`第${number}希望を取り除く`}
          onPress={onRemove}
        >
          取り除く
        </Button>
      </div>
    </fieldset>
  );
}
