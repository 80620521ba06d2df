import { describe, expect, test } from 'vitest'
import { finds } from './found-in.ts'

describe('a negation is recognized in any spelling', () => {
  test.each(
    [
      'don’t,don`t,don´t,do’nt,do`nt,don;t,don,t,don"t,don.t,don-t,don t,dont,dnt,dont’t,donot,d’ont',
      'doesnt,doens’t,doenst,does’nt,doesn;t,doesn`t,dosnt,dosen’t,doesent,doesnot,dsnt,doesn t',
      'isnt,isnot,is’nt,isn`t,isnt’t,aint,ain’t,arnt,aren;t,is nt,is n’t',
      'cant,can’t,can;t,can`t,can t,canot,cannt,ca’nt,cudnt,couldnt,coudn’t,shudnt,shoudnt,wudnt,woudn’t',
      'wont,won;t,won`t,willnot,didnt,did’nt,dident,didn;t,didnot,hasnt,havnt,haven;t,neednt,mustn’t',
      'not,nto,nott,nver,nevr,never,w/o,w/out,without,witout,whitout,nothing,nothin,nuthing,nuthin,noone,no one',
    ]
      .join(',')
      .replace('don,t,', '')
      .split(','),
  )('files %s survive', (denial) => {
    expect(finds('survive', `files ${denial} survive`)).toBe(false)
    expect(finds('(not|never|without|nothing|no) ... survive', `files ${denial} survive`)).toBe(true)
  })

  test('a negation may have a comma instead of the apostrophe', () => {
    expect(finds('survive', 'files don,t survive')).toBe(false)
  })

  test.each([
    'files can survive',
    'it`s true that files survive',
    'dons survive',
    '`can` files survive',
    'the content: files survive',
    'they went and survive',
    'a don; files survive',
    'in front. They survive',
  ])('%s: nothing is negated', (text) => {
    expect(finds('survive', text)).toBe(true)
  })
})
