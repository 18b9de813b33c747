import { useRef, useState } from 'react';
import { IkuseiError } from '../../../shared/domain/errors';
import type { Form } from '../../../shared/domain/form/form';
import { handInFaults } from '../../../shared/domain/sheet/hand-in';
import { lackingGoalPartId } from '../../../shared/domain/sheet/progress';
import { ratingsWithoutEvidence } from '../../../shared/domain/sheet/ratings-without-evidence';
import { type Stage, stageSchema } from '../../../shared/domain/sheet/sheet';
import { stageLabels } from '../../../shared/domain/sheet/sheet-words';
import { moveWords } from '../../../shared/domain/sheet/stage-move-words';
import {
  handedInBy,
  type MoveAction,
  moveRules,
  moveTargets,
} from '../../../shared/domain/sheet/stage-moves';
import { loadSheetContents } from '../../data/queries';
import { moveSheet } from '../../data/stage-commands';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { type Problem, problemOf } from '../../platform/problem';
import { notify } from '../../state/notifications';
import { flushAll, hasRefusedSaves } from '../../state/save-state';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { SelectField } from '../../ui/SelectField';
import { TextArea } from '../../ui/TextArea';
import { ReasonMissing } from './ReasonMissing';
import { focusPart, focusSection } from './sheet-focus';

type MoveDialogProps = {
  action: MoveAction;
  route: Parameters<typeof moveTargets>[1] & { id: string };
  form: Form;
  /** The mover does it for the person, by 代理入力. */
  typing?: boolean;
  onClose: () => void;
};

/** Says what a move does and asks what it needs; lists what is missing instead of moving. */
export function MoveDialog({ action, route, form, typing = false, onClose }: MoveDialogProps) {
  const store = useStore();
  const { button, effect, done, reason: reasonLabel } = moveWords[action];
  const rule = moveRules[action];
  const targets = moveTargets(action, route);
  const [to, setTo] = useState<Stage | null>(targets.at(-1) ?? null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  // As stored now, not as the page was drawn last.
  const stored = useLiveQuery((open) => loadSheetContents(open, route.id), [route.id]);
  const handsIn = handedInBy(action) !== null;
  const entries = stored.state === 'ready' ? stored.value.entries : null;
  const faults = handsIn && entries !== null ? handInFaults(action, form, entries) : [];
  const isReady = !handsIn || entries !== null;
  const author = handedInBy(action);
  const unfounded =
    author === null || action === 'handInGoals' || entries === null
      ? []
      : ratingsWithoutEvidence(form, entries, author);
  const lacksReason = rule.needsReason && reason.trim() === '';

  async function move() {
    setAsked(true);
    if (lacksReason) {
      reasonField.current?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      if (!(await flushAll())) {
        const reason = hasRefusedSaves() ? 'saveRefused' : 'saveFailed';
        setProblem(problemOf(new IkuseiError(reason)));
        return;
      }
      await moveSheet(store, {
        sheetId: route.id,
        action,
        reason,
        today: localToday(),
        ...(to === null ? {} : { to }),
      });
      notify({ tone: 'success', title: done });
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={button}
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>やめる</Button>
          {faults.length === 0 && (
            <Button look="primary" isDisabled={busy || !isReady} onPress={() => void move()}>
              {button}
            </Button>
          )}
        </>
      }
    >
      {faults.length > 0 ? (
        <>
          <p>まだ書いていないところがあります。押すと、その欄へ移ります。</p>
          <ul className="flex flex-wrap gap-2">
            {faults.map(({ partId, name }) => (
              <li key={partId}>
                <Button
                  size="small"
                  onPress={() => {
                    onClose();
                    // Once the dialog has given the keyboard back.
                    requestAnimationFrame(() =>
                      partId === lackingGoalPartId ? focusSection('goals') : focusPart(partId),
                    );
                  }}
                >
                  {name}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>{effect}</p>
          {typing && (
            <p className="font-bold">
              本人に代わって行います。経過に、代理入力をした人の氏名が残ります。
            </p>
          )}
          {unfounded.length > 0 && (
            <p className="font-bold text-yellow-1100">
              評語の真ん中から離れた評価で、根拠となる事実が書かれていない項目があります：
              {unfounded.map(({ name }) => name).join('、')}
            </p>
          )}
          {targets.length > 1 && (
            <SelectField
              label="どの段階へ"
              options={targets.map((stage) => ({ value: stage, label: stageLabels[stage] }))}
              value={to ?? ''}
              onChange={(value) => setTo(stageSchema.parse(value))}
            />
          )}
          {rule.needsReason && (
            <>
              <TextArea
                label={reasonLabel ?? '理由'}
                value={reason}
                onChange={setReason}
                textAreaRef={reasonField}
                rows={3}
              />
              {asked && lacksReason && <ReasonMissing />}
            </>
          )}
          {problem !== null && <ErrorNotice problem={problem} />}
        </>
      )}
    </Dialog>
  );
}
