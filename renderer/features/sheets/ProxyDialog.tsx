import { useRef, useState } from 'react';
import { type ProxyTypist, proxyTypists } from '../../../shared/domain/sheet/proxy-rules';
import { proxyTypistLabels } from '../../../shared/domain/sheet/proxy-words';
import type { Sheet } from '../../../shared/domain/sheet/sheet';
import { decideProxy } from '../../data/proxy-commands';
import { useStore } from '../../data/store-context';
import { type Problem, problemOf } from '../../platform/problem';
import { notify } from '../../state/notifications';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { SelectField } from '../../ui/SelectField';
import { TextArea } from '../../ui/TextArea';
import { ReasonMissing } from './ReasonMissing';

type ProxyDialogProps = {
  sheet: Pick<Sheet, 'id' | 'staff' | 'firstEvaluator' | 'proxy'>;
  onClose: () => void;
};

/** 職員課 decides who types in for the person, or that nobody does any more. */
export function ProxyDialog({ sheet, onClose }: ProxyDialogProps) {
  const store = useStore();
  const present = sheet.proxy?.typist ?? null;
  const [typist, setTypist] = useState<ProxyTypist>(present ?? 'hr');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const offered = proxyTypists.filter((one) => one !== 'first' || sheet.firstEvaluator !== null);

  async function decide(decided: ProxyTypist | null) {
    setAsked(true);
    if (reason.trim() === '') {
      reasonField.current?.focus();
      return;
    }
    try {
      await decideProxy(store, { sheetId: sheet.id, typist: decided, reason });
      const title = decided === null ? '代理入力を終えました' : '代理入力を決めました';
      notify({ tone: 'success', title });
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
    }
  }

  return (
    <Dialog
      title="代理入力"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>やめる</Button>
          {present !== null && <Button onPress={() => void decide(null)}>代理入力を終える</Button>}
          <Button look="primary" onPress={() => void decide(typist)}>
            代理入力を決める
          </Button>
        </>
      }
    >
      <p>
        {sheet.staff.name}
        さんが紙に書いたものを、代わりに入力して提出できるようにします。本人も、これまでどおり自分で書けます。だれがいつ代わりに入力したかは、シートと紙と経過に残ります。
      </p>
      <p>入力する人が読めるようになるのは、本人の欄だけです。</p>
      <SelectField
        label="入力する人"
        options={offered.map((one) => ({ value: one, label: proxyTypistLabels[one] }))}
        value={typist}
        onChange={(value) => setTypist(value === 'first' ? 'first' : 'hr')}
      />
      <TextArea
        label="理由"
        description="職員課と本人だけが読みます。"
        value={reason}
        onChange={setReason}
        textAreaRef={reasonField}
        rows={2}
      />
      {asked && reason.trim() === '' && <ReasonMissing />}
      {problem !== null && <ErrorNotice problem={problem} />}
    </Dialog>
  );
}
