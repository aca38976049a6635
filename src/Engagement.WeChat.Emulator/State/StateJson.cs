using System.Text.Json.Serialization;

namespace Engagement.WeChat.Emulator.State;

/// <summary>Source-generated JSON of the emulator's file.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(EmulatorState))]
internal sealed partial class StateJson : JsonSerializerContext;
