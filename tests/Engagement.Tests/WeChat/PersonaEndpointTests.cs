using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.WeChat.Emulator;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.State;

namespace Engagement.Tests.WeChat;

public sealed class PersonaEndpointTests
{
    [Fact]
    public async Task List_AfterAMiniProgramSignIn_EndsWithTheNewPersona()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        await emulator.JsCode("新人");

        var people = (await emulator.Http.GetFromJsonAsync<JsonArray>("/emulator/personas"))!;

        Assert.Equal(new EmulatorOptions().Personas.Count + 1, people.Count);
        Assert.Equal("新人", (string?)people[^1]!["name"]);
        Assert.False((bool)people[^1]!["snapshot"]!);
    }

    [Theory]
    [InlineData("/emulator/personas", """{"name":""}""", "application/json")]
    [InlineData("/emulator/personas", """{"snapshot":true}""", "application/json")]
    [InlineData("/emulator/personas", "{", "application/json")]
    [InlineData("/emulator/jscode", """{"persona":"一二三四五六七八九十甲乙丙"}""", "application/json")]
    [InlineData("/emulator/jscode", """{"persona":"小满"}""", "text/plain")] // what a foreign web page could send unasked
    public async Task Post_NotAsExpected_IsRefusedInWords(string path, string body, string contentType)
    {
        await using var emulator = await EmulatorUnderTest.Start();

        using var answer = await emulator.Http.PostAsync(path, new StringContent(body, Encoding.UTF8, contentType));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["error"]!);
    }

    [Fact]
    public async Task Post_BodyBeyond16KiB_IsRefused()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var answer = await emulator.Http.PostAsync("/emulator/jscode", new StringContent(new string(' ', 16_385), Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public void Meet_FullBook_StillSignsInWithoutRemembering()
    {
        var book = new PersonaBook(new EmulatorStore(), new AccountBook(new()), Enumerable.Range(0, PersonaBook.Capacity).Select(i => $"p{i}"));

        Assert.Equal(new Persona("late"), book.Meet("late"));
        Assert.Equal(PersonaBook.Capacity, book.All.Count);
        Assert.Null(book.Change("late", snapshot: true));
    }
}
