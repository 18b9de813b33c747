import { useState } from 'react';
import type { Post } from '../../../shared/domain/career/post';
import {
  fieldOfUnit,
  workFieldLabels,
  workFieldSchema,
  workFields,
} from '../../../shared/domain/career/work-field';
import type { OrgUnit } from '../../../shared/domain/organisation/org-unit';
import { orgUnitPath } from '../../../shared/domain/organisation/org-unit-path';
import { typedDay } from '../../../shared/domain/period/read-day';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { DayField } from '../../common/DayField';
import { savePost } from '../../data/post-commands';
import { useStore } from '../../data/store-context';
import { type Problem, problemOf } from '../../platform/problem';
import { Button } from '../../ui/Button';
import { CheckField } from '../../ui/CheckField';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { SelectField } from '../../ui/SelectField';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';

type PostFormProps = {
  staffId: string;
  /** Null for a new one. */
  post: Post | null;
  units: readonly OrgUnit[];
  /** The person proposes; 職員課 writes what stands. */
  proposes: boolean;
  onClose: () => void;
};

const blank = {
  unitId: null,
  unitName: '',
  positionName: '',
  jobTitle: '',
  duties: '',
  field: null,
};

/** One post; it is checked as a whole, so that it is stored as a whole. */
export function PostForm({ staffId, post, units, proposes, onClose }: PostFormProps) {
  const store = useStore();
  const [content, setContent] = useState<
    Pick<Post, 'unitId' | 'unitName' | 'positionName' | 'jobTitle' | 'duties' | 'field'>
  >(post ?? blank);
  const [concurrent, setConcurrent] = useState(post?.concurrent ?? false);
  const [from, setFrom] = useState(post === null ? '' : formatWareki(post.from));
  const [to, setTo] = useState(post?.to == null ? '' : formatWareki(post.to));
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Problem | null>(null);
  const set = (patch: Partial<typeof content>) => setContent({ ...content, ...patch });
  const first = typedDay(from);
  const last = typedDay(to);

  function chooseUnit(id: string) {
    const path = id === '' ? [] : orgUnitPath(units, id);
    set(
      id === ''
        ? { unitId: null }
        : { unitId: id, unitName: path.join(' '), field: fieldOfUnit(path) ?? content.field },
    );
  }

  async function save() {
    setAsked(true);
    setFailure(null);
    if (first == null || last === undefined) return;
    const { unitId, unitName, positionName, jobTitle, duties, field } = content;
    const said = { unitId, unitName, positionName, jobTitle, duties, field };
    const whole = { ...said, from: first, to: last, concurrent };
    await savePost(store, { staffId, postId: post?.id ?? null, content: whole })
      .then(onClose)
      .catch((error: unknown) => setFailure(problemOf(error)));
  }

  return (
    <section
      aria-label={post === null ? '職歴を加える' : '職歴を直す'}
      className="flex flex-col gap-3 rounded-8 border border-solid-gray-300 p-4"
    >
      <div className="grid grid-cols-1 gap-3 min-[900px]:grid-cols-2">
        <SelectField
          label="今ある所属から選ぶ"
          options={[
            { value: '', label: '選ばない（下に名前を書く）' },
            ...units.map(({ id }) => ({ value: id, label: orgUnitPath(units, id).join(' ') })),
          ]}
          value={content.unitId ?? ''}
          onChange={chooseUnit}
        />
        <TextField
          label="所属の名前（当時）"
          value={content.unitName}
          onChange={(unitName) => set({ unitName })}
          required
        />
        <DayField
          label="始まりの日"
          name="post-from"
          placeholder="H31.4.1"
          value={from}
          onChange={setFrom}
        />
        <DayField
          label="終わりの日（今の所属は空欄）"
          name="post-to"
          placeholder="H31.4.1"
          value={to}
          onChange={setTo}
        />
        <TextField
          label="職位"
          value={content.positionName}
          onChange={(positionName) => set({ positionName })}
        />
        <TextField
          label="職名"
          value={content.jobTitle}
          onChange={(jobTitle) => set({ jobTitle })}
        />
        <SelectField
          label="分野"
          options={[
            { value: '', label: '決めていない' },
            ...workFields.map((field) => ({ value: field, label: workFieldLabels[field] })),
          ]}
          value={content.field ?? ''}
          onChange={(field) => set({ field: workFieldSchema.safeParse(field).data ?? null })}
        />
        <div className="self-end pb-2">
          <CheckField
            label="兼務"
            name="post-concurrent"
            checked={concurrent}
            onChange={setConcurrent}
          />
        </div>
      </div>
      <TextArea
        label="担当した仕事"
        name="post-duties"
        value={content.duties}
        onChange={(duties) => set({ duties })}
      />
      {asked && first === null && (
        <p className="text-sm text-error-2">始まりの日を入れてください。</p>
      )}
      {asked && (first === undefined || last === undefined) && (
        <p className="text-sm text-error-2">
          日付で入れてください（例：H31.4.1、昭和63年4月1日）。
        </p>
      )}
      {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
      <div className="flex gap-3">
        <Button look="primary" onPress={() => void save()}>
          {proposes ? '職員課に確認してもらう' : '保存する'}
        </Button>
        <Button onPress={onClose}>やめる</Button>
      </div>
    </section>
  );
}
