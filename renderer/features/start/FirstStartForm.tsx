import { type FormEvent, useState } from 'react';
import { type Control, useController, useForm } from 'react-hook-form';
import type { Founding } from '../../data/open-application';
import { type Problem, problemOf } from '../../platform/problem';
import { Button } from '../../ui/Button';
import { CentredPage } from '../../ui/CentredPage';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { TextField } from '../../ui/TextField';
import {
  emptyFirstStart,
  type FirstStartValues,
  firstStartError,
  foldNumber,
  toFounding,
} from './first-start-form';

type FirstStartFormProps = {
  founder: boolean;
  onBack: () => void;
  onFound: (founding: Founding) => Promise<void>;
};

/** Asks who works on this PC, once and for all of this store's life. */
export function FirstStartForm({ founder, onBack, onFound }: FirstStartFormProps) {
  const { control, handleSubmit } = useForm<FirstStartValues>({ defaultValues: emptyFirstStart });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Problem | null>(null);

  async function found(values: FirstStartValues) {
    setBusy(true);
    setFailure(null);
    try {
      await onFound(toFounding(values, founder));
    } catch (error) {
      setFailure(problemOf(error));
      setBusy(false);
    }
  }

  function submit(event: FormEvent) {
    void handleSubmit(found)(event);
  }

  return (
    <CentredPage
      brand="育成ノート"
      title={founder ? '職員課として新しく始める' : '自分の記録を始める'}
    >
      <p>
        {founder
          ? 'この市役所で最初の記録を作ります。お使いになる職員課の方について入力してください。'
          : 'このPCの記録は、お一人のものになります。ご自分について入力してください。'}
        全角でも半角でもかまいません。
      </p>
      <form
        noValidate
        aria-label="はじめの登録"
        className="flex flex-col gap-4 rounded-12 border border-solid-gray-200 bg-white p-6"
        onSubmit={submit}
      >
        <Field control={control} name="number" label="職員番号" required className="max-w-56" />
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <Field control={control} name="name" label="氏名" required />
          <Field control={control} name="kana" label="フリガナ" required />
        </div>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-sm font-bold">
            所属
            <span className="ml-2 text-xs font-normal text-solid-gray-700">
              ない段は空けておきます
            </span>
          </legend>
          <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-3">
            <Field control={control} name="department" label="部" />
            <Field control={control} name="division" label="課" />
            <Field control={control} name="section" label="係" />
          </div>
        </fieldset>
        {failure !== null && <ErrorNotice problem={failure} />}
        <div className="flex flex-wrap gap-3 pt-2">
          <Button type="submit" look="primary" isDisabled={busy}>
            {busy ? '用意しています…' : 'この内容で始める'}
          </Button>
          <Button look="quiet" isDisabled={busy} onPress={onBack}>
            前の画面に戻る
          </Button>
        </div>
      </form>
    </CentredPage>
  );
}

type FieldProps = {
  control: Control<FirstStartValues>;
  name: keyof FirstStartValues;
  label: string;
  required?: boolean;
  className?: string;
};

function Field({ control, name, label, required = false, className }: FieldProps) {
  const { field, fieldState } = useController({
    control,
    name,
    rules: { validate: (_value, values) => firstStartError(name, values) ?? true },
  });
  // The number is looked up, so it is shown as it is kept; names stay as they are typed.
  function leave() {
    if (name === 'number') field.onChange(foldNumber(field.value));
    field.onBlur();
  }

  return (
    <TextField
      label={label}
      name={name}
      required={required}
      value={field.value}
      onChange={field.onChange}
      onBlur={leave}
      inputRef={field.ref}
      error={fieldState.error?.message}
      {...(className === undefined ? {} : { className })}
    />
  );
}
