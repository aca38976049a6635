using Engagement.WeChat.Emulator.Templates;

namespace Engagement.Tests.WeChat.Emulator;

public sealed class FieldRuleTests
{
    [Theory]
    [InlineData("thing1", "一二三四五六七八九十一二三四五六七八九十")]
    [InlineData("thing12", "🌹🌹🌹🌹🌹🌹🌹🌹🌹🌹🌹🌹🌹🌹🌹🌹🌹🌹🌹🌹")]
    [InlineData("number2", "40")]
    [InlineData("number2", "-3.5")]
    [InlineData("letter3", "Rose")]
    [InlineData("symbol4", "+-*")]
    [InlineData("character_string5", "A-2026/03#1")]
    [InlineData("time6", "15:01")]
    [InlineData("time6", "2019年10月1日 15:01")]
    [InlineData("time6", "2026-03-05 08:00~2026-03-05 09:00")]
    [InlineData("date7", "2019年10月1日")]
    [InlineData("amount8", "￥12.50元")]
    [InlineData("phone_number9", "+86-0766-66888866")]
    [InlineData("car_number10", "粤A8Z888挂")]
    [InlineData("name11", "王阿姨")]
    [InlineData("name11", "Mary-Ann O'Neil")]
    [InlineData("phrase12", "已送达")]
    public void Allows_WhatTheTypeHolds(string key, string value) => Assert.True(FieldRule.Allows(key, value));

    [Theory]
    [InlineData("thing1", "一二三四五六七八九十一二三四五六七八九十一")]
    [InlineData("thing1", "")]
    [InlineData("thing1", "  ")]
    [InlineData("thing1", "两\n行")]
    [InlineData("number2", "四十")]
    [InlineData("letter3", "Rose1")]
    [InlineData("symbol4", "+-*/=%")]
    [InlineData("character_string5", "中文")]
    [InlineData("time6", "25:00")]
    [InlineData("time6", "明天")]
    [InlineData("date7", "15:01")]
    [InlineData("amount8", "很多")]
    [InlineData("phone_number9", "0766 6688 8866 6688")]
    [InlineData("name11", "王阿姨和小满还有骑手阿强")]
    [InlineData("phrase12", "六个汉字太长")]
    [InlineData("phrase12", "OK")]
    [InlineData("poem1", "x")]
    public void Refuses_WhatTheTypeDoesNotHold(string key, string value) => Assert.False(FieldRule.Allows(key, value));
}
