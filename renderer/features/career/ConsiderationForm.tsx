import { useEffect, useState } from 'react';
import {
  type CareerNote,
  considerationKindSchema,
  considerationKinds,
} from '../../../shared/domain/career/career-note';
import { considerationLabels } from '../../../shared/domain/career/career-words';
import type { CareerNotePatch } from '../../../shared/domain/career/change-note';
import type { PlacementRequest } from '../../../shared/domain/career/placement-request';
import type { OwnRequestView } from '../../data/placement-queries';
import { useStore } from '../../data/store-context';
import { Card } from '../../ui/Card';
import { CheckChips } from '../../ui/CheckChips';
import { CheckField } from '../../ui/CheckField';
import { CareerText } from './CareerText';
import { requestNoteAutosave } from './career-autosave';

type ConsiderationFormProps = { request: PlacementRequest; view: OwnRequestView };

/** 育児・介護・健康: for 職員課 alone, in either route, unless the person says otherwise. */
export function ConsiderationForm({ request, view }: ConsiderationFormProps) {
  const autosave = requestNoteAutosave(useStore());
  const requestId = request.id;
  const writerId = view.me;
  const [note, setNote] = useState<Pick<CareerNote, 'text' | 'considers' | 'shared'>>(() => ({
    ...{ text: '', considers: [], shared: false },
    ...view.consideration,
    ...autosave.unsaved().findLast((change) => change.requestId === requestId)?.patch,
  }));
  // Left in the middle of a conversion: better a letter too many than a lost one.
  useEffect(
    () => () => autosave.settle((change) => change.requestId === requestId),
    [autosave, requestId],
  );

  function change(patch: CareerNotePatch, settled = true) {
    const made = { requestId, kind: 'consideration' as const, writerId, patch };
    if (!settled) {
      autosave.hold(made);
      return;
    }
    setNote({ ...note, ...patch });
    autosave.change(made);
  }

  return (
    <Card title="配慮してほしい事情" className="flex flex-col gap-3">
      <p className="text-sm text-solid-gray-700">
        育児・介護・健康などの事情で、職員課が読みます。所属長が読めるのは、所属長を通して出し、あなたが「所属長にも見せる」を選んだときだけです。
      </p>
      <CheckChips
        label="事情（いくつでも）"
        chips={considerationKinds.map((id) => ({ id, label: considerationLabels[id] }))}
        chosen={note.considers}
        onChange={(chosen) =>
          change({
            considers: chosen.flatMap((kind) => considerationKindSchema.safeParse(kind).data ?? []),
          })
        }
      />
      <CareerText
        label="配慮してほしいこと"
        name="consideration"
        value={note.text}
        onChange={(text, settled) => change({ text }, settled)}
      />
      {request.route === 'throughHead' && (
        <CheckField
          label="所属長にも見せる"
          name="consideration-shared"
          description="チェックを付けると、この事情を所属長も読めます。"
          checked={note.shared}
          onChange={(shared) => change({ shared })}
        />
      )}
    </Card>
  );
}
