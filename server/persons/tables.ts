// What is known of people beside the log, as the query builder knows it; `0006-persons` makes exactly these.

export interface PersonTables {
  persons: {
    organization_id: string
    person_id: string
    /** Under the person's key; null: erased. */
    sealed_name: string | null
    /** The account by which they enter; null: they never did, or were erased. */
    user_id: string | null
    created_ms: number
  }
  /** Without a row here, nothing of that person can be read any more. */
  person_keys: {
    organization_id: string
    person_id: string
    /** Base64 of 32 random bytes. */
    key: string
  }
  /** Reasons and notes, whose CID stands in the log in their place. */
  texts: {
    organization_id: string
    cid: string
    /** Who wrote it. */
    person_id: string
    /** `{"salt","text"}` under the person's key. */
    sealed: string
  }
  /** Documents that name somebody who was erased, and go when they are not in force any more. */
  outgoing_documents: { organization_id: string; cid: string }
  /** Persons whose leftovers in the database's own files are still to be cleared away. */
  leftovers: { organization_id: string; person_id: string; erased_ms: number }
}
