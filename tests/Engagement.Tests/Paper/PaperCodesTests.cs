using Engagement.Contracts;
using Engagement.Grains.Paper;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Paper;

/// <summary>Printed codes: never two alike, read as they were written, and a slip of the finger never reaches another rose (OR-01).</summary>
public sealed class PaperCodesTests
{
    private readonly PaperCodes _codes = With(1);

    [Fact]
    public void Codes_OfThreeFullBatches_NeverCollide()
    {
        var printed = new HashSet<string>();
        foreach (var batch in new[] { 1, 4_711, PaperCode.MaxBatch })
        {
            for (var serial = 0; serial < PaperCode.MaxSize; serial++)
            {
                Assert.True(printed.Add(_codes.Short(new(batch, serial))));
                Assert.True(printed.Add(_codes.Long(new(batch, serial))));
            }
        }

        Assert.Equal(60_000, printed.Count);
        Assert.All(printed, code => Assert.True(code.All(CodeAlphabet.Characters.Contains) && code.Length is PaperCode.ShortLength or PaperCode.LongLength));
    }

    [Fact]
    public void TryRead_WhatAPersonTypes_IsTheCode()
    {
        var code = new PaperCode(321, 9_999);
        var (typed, scanned) = (_codes.Short(code), _codes.Long(code));
        foreach (var text in new[] { typed, typed.ToLowerInvariant(), $" {typed[..4]}-{typed[4..]} ", $"{typed[..4]}－{typed[4..6]} {typed[6..]}", scanned, scanned.ToLowerInvariant() })
        {
            Assert.True(_codes.TryRead(text, out var read), text);
            Assert.Equal(code, read);
        }
    }

    [Fact]
    public void TryRead_OneWrongCharacterOrTwoNeighboursSwapped_IsNoCode()
    {
        for (var serial = 0; serial < 200; serial++)
        {
            var code = _codes.Short(new(7, serial));
            for (var place = 0; place < code.Length; place++)
            {
                foreach (var other in CodeAlphabet.Characters.Where(character => character != code[place]))
                {
                    Assert.False(_codes.TryRead(code[..place] + other + code[(place + 1)..], out _));
                }

                if (place > 0 && code[place] != code[place - 1])
                {
                    Assert.False(_codes.TryRead(code[..(place - 1)] + code[place] + code[place - 1] + code[(place + 1)..], out _));
                }
            }
        }
    }

    [Fact]
    public void TryRead_LongCodeWithAnyCharacterChanged_IsNoCode()
    {
        var code = _codes.Long(new(12, 34));
        for (var place = 0; place < code.Length; place++)
        {
            var other = CodeAlphabet.Characters[(CodeAlphabet.ValueOf(code[place]) + 1) % 32];
            Assert.False(_codes.TryRead(code[..place] + other + code[(place + 1)..], out _), $"place {place}");
        }
    }

    [Theory, InlineData(null), InlineData(""), InlineData("0000-0000"), InlineData("ABCD-EFG"), InlineData("ABCD-EFGHJ"), InlineData("O1O1-O1O1"), InlineData("../../etc"), InlineData("一二三四五六七八")]
    public void TryRead_WhatWasNeverPrinted_IsNoCode(string? text) => Assert.False(_codes.TryRead(text, out _));

    [Fact]
    public void TryRead_CodesOfAnotherKey_AreNone()
    {
        var foreign = With(2);
        Assert.False(_codes.TryRead(foreign.Long(new(1, 1)), out _));
        var known = Enumerable.Range(0, 2_000).Count(serial => _codes.TryRead(foreign.Short(new(1, serial)), out _));
        Assert.InRange(known, 0, 100); // one in 128 passes the empty bits; which batches and codes exist decides the rest
    }

    [Fact]
    public void Rose_OfACode_IsOneForEverAndNoOthers()
    {
        Assert.Equal(_codes.Rose(new(1, 2)), With(1).Rose(new(1, 2)));
        Assert.Equal(40_000, Enumerable.Range(0, 40_000).Select(n => _codes.Rose(new(1 + n % 4, n / 4))).Distinct().Count());
    }

    private static PaperCodes With(byte key) =>
        new(new CellKeys(Options.Create(new CellKeyOptions { Master = Convert.ToBase64String(Enumerable.Repeat(key, 32).ToArray()) })));
}
