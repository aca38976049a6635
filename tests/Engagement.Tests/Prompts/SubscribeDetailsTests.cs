using Engagement.Web.Prompts;

namespace Engagement.Tests.Prompts;

public sealed class SubscribeDetailsTests
{
    [Theory]
    [InlineData(null, PromptAnswer.Later), InlineData("", PromptAnswer.Later)]
    [InlineData("""{"t1":"{\"status\":\"accept\"}"}""", PromptAnswer.Accept)]
    [InlineData("""{"t1":"{\"status\":\"reject\"}","t2":"{\"status\":\"accept\"}"}""", PromptAnswer.Accept)]
    [InlineData("""{"t1":"{\"status\":\"cancel\"}"}""", PromptAnswer.Reject)]
    [InlineData("""{"t1":"{\"status\":\"ban\"}","t2":"{\"status\":\"filter\"}"}""", PromptAnswer.Reject)]
    public void TryRead_WhatTheTagTells_IsOneAnswer(string? text, PromptAnswer expected)
    {
        Assert.True(SubscribeDetails.TryRead(text, out var answer));
        Assert.Equal(expected, answer);
    }

    [Theory]
    [InlineData("accept"), InlineData("{}"), InlineData("[]"), InlineData("null"), InlineData("""{"t1":{"status":"accept"}}"""), InlineData("""{"t1":"accept"}""")]
    [InlineData("""{"t1":"{\"status\":\"yes\"}"}"""), InlineData("""{"t1":"{}"}"""), InlineData("""{"t1":null}"""), InlineData("""{"t1":"[1]"}"""), InlineData("""{"t1":"{\"status\":1}"}""")]
    public void TryRead_AnythingElse_IsRefused(string text) => Assert.False(SubscribeDetails.TryRead(text, out _));

    [Fact]
    public void TryRead_TooLong_IsRefused() => Assert.False(SubscribeDetails.TryRead($$"""{"{{new string('t', 2_000)}}":"{\"status\":\"accept\"}"}""", out _));
}
