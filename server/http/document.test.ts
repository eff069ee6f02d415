// The served OpenAPI document: every endpoint of the contract, every schema one that a validator takes.
import { contract, type Endpoint, type EndpointName } from '@equalizer/client/contract'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { openApiDocument } from './document.ts'

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: object }[]
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> }
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: object }> }>
  readonly security: readonly object[]
}

// As it is served: JSON.
const document = JSON.parse(JSON.stringify(openApiDocument('1.2.3'))) as {
  readonly openapi: string
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { readonly schemas: Record<string, object>; readonly securitySchemes: object }
}
const names = Object.keys(contract) as EndpointName[]

function operationOf(name: EndpointName): Operation {
  const [method = '', path = ''] = name.split(' ')
  const operation = document.paths[path]?.[method.toLowerCase()]
  if (!operation) throw new Error(`${name} is not in the document`)
  return operation
}

test('is OpenAPI 3.1 with the two ways to sign in', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(document.components.securitySchemes).toMatchObject({
    session: { type: 'apiKey', in: 'cookie' },
    key: { type: 'http', scheme: 'bearer' },
  })
})

test('has every endpoint and no other, each with an id of its own', () => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
  )
  expect(operations.sort()).toEqual([...names].sort())
  const ids = names.map(name => operationOf(name).operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

describe.each(names)('%s', name => {
  const endpoint: Endpoint = contract[name]
  const operation = operationOf(name)

  test('says its parameters, its answer, its refusals and who may', () => {
    const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(match => match[1])
    const parameters = operation.parameters ?? []
    expect(parameters.filter(one => one.in === 'path').map(one => one.name)).toEqual(inPath)
    const inQuery = Object.keys(endpoint.query?.shape ?? {})
    expect(parameters.filter(one => one.in === 'query').map(one => one.name)).toEqual(inQuery)
    const answer = operation.responses[String(endpoint.status ?? 200)]
    const type = typeof endpoint.answer === 'string' ? endpoint.answer : 'application/json'
    expect(Object.keys(answer?.content ?? {})).toEqual(endpoint.answer === undefined ? [] : [type])
    expect(operation.security).toHaveLength(endpoint.needs === 'anyone' ? 0 : 2)
    const described = JSON.stringify(Object.values(operation.responses))
    for (const code of endpoint.refuses ?? []) expect(described).toContain(code)
  })

  test('has schemas that a validator takes', () => {
    const schemas = [
      ...(operation.parameters ?? []).map(one => one.schema),
      ...Object.values(operation.requestBody?.content ?? {}).map(one => one.schema),
      ...Object.values(operation.responses).flatMap(one =>
        Object.values(one.content ?? {}).map(it => it.schema),
      ),
    ]
    expect(schemas.length).toBeGreaterThan(0)
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema({ $id: 'document', components: document.components })
    for (const schema of schemas) {
      const text = JSON.stringify(schema).replaceAll('"#/', '"document#/')
      expect(() => ajv.compile(JSON.parse(text) as object)).not.toThrow()
    }
  })
})
