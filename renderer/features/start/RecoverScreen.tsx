import { type FormEvent, useState } from 'react';
import { errorCatalog, IkuseiError } from '../../../shared/domain/errors';
import { desktopApi } from '../../platform/desktop-api';
import { type Problem, problemOf } from '../../platform/problem';
import { Button } from '../../ui/Button';
import { CentredPage } from '../../ui/CentredPage';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { TextField } from '../../ui/TextField';

/** The data key does not open by itself any more; the printed recovery key opens it. */
export function RecoverScreen({ onRecovered }: { onRecovered: () => void }) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Problem | null>(null);

  async function recover() {
    setBusy(true);
    setFailure(null);
    try {
      const key = await desktopApi.keys.recover(typed);
      if (key.state !== 'open') throw new IkuseiError('recoveryKeyWrong');
      onRecovered();
    } catch (error) {
      setFailure(problemOf(error));
      setBusy(false);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!busy) void recover();
  }

  return (
    <CentredPage brand="育成ノート" title="回復キーを入力してください">
      <p>
        {errorCatalog.keyLocked.title}（番号 {errorCatalog.keyLocked.code}
        ）。記録はこのPCに残っています。 印刷しておいた回復キーを入力すると、続きから使えます。
      </p>
      <form
        noValidate
        className="flex flex-col gap-4 rounded-12 border border-solid-gray-200 bg-white p-6"
        onSubmit={submit}
      >
        <TextField
          label="回復キー"
          description="8組の文字を、1組目から順に入力します。空白やハイフン、全角・小文字でもかまいません。"
          value={typed}
          onChange={setTyped}
          inputClassName="text-lg tracking-widest"
          autoFocus
        />
        {failure !== null && <ErrorNotice problem={failure} />}
        <div>
          <Button type="submit" look="primary" isDisabled={busy || typed.trim() === ''}>
            記録を開く
          </Button>
        </div>
      </form>
    </CentredPage>
  );
}
