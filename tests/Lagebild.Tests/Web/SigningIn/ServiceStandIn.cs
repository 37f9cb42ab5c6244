using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Lagebild.Tests.Web.SigningIn;

/// <summary>A sign-in service by OpenID Connect as an office would run one: discovery, keys, and tokens for a code, bound by secret and PKCE. Without a port.</summary>
internal sealed class ServiceStandIn : IAsyncDisposable
{
    public const string Authority = "http://127.0.0.1:9";

    public const string ClientId = "lagebild";

    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _app;
    private Dictionary<string, string> _asked = [];

    private ServiceStandIn()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRouting();
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Authority,
            ["authorization_endpoint"] = $"{Authority}/authorize",
            ["token_endpoint"] = $"{Authority}/token",
            ["jwks_uri"] = $"{Authority}/keys",
        }));
        _app.MapGet("/keys", () => Results.Json(new { keys = new[] { PublicKey() } }));
        _app.MapPost("/token", TokenAsync);
    }

    /// <summary>What the id token says besides who issued it for whom.</summary>
    public Dictionary<string, object> Claims { get; } = [];

    /// <summary>Signs with a key that it does not publish.</summary>
    public bool Forges { get; set; }

    public HttpMessageHandler Handler => _app.GetTestServer().CreateHandler();

    public static async Task<ServiceStandIn> StartAsync()
    {
        var service = new ServiceStandIn();
        await service._app.StartAsync();
        return service;
    }

    /// <summary>The person agrees: where their browser is sent back to.</summary>
    public Uri Agree(Uri authorize)
    {
        _asked = QueryHelpers.ParseQuery(authorize.Query).ToDictionary(q => q.Key, q => q.Value.ToString());
        return new(QueryHelpers.AddQueryString(_asked["redirect_uri"], new Dictionary<string, string?> { ["code"] = "one", ["state"] = _asked["state"] }));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        return form["code"] == "one" && form["client_secret"] == "the secret" && challenge == _asked["code_challenge"]
            ? Results.Json(new { id_token = IdToken(), access_token = "unused", token_type = "Bearer" })
            : Results.BadRequest(new { error = "invalid_grant" });
    }

    private string IdToken()
    {
        using var other = RSA.Create(2048);
        var key = new RsaSecurityKey((Forges ? other : _key).ExportParameters(true)) { KeyId = "1" };
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = ClientId,
            Claims = new Dictionary<string, object>(Claims) { ["sub"] = "42", ["nonce"] = _asked["nonce"] },
            SigningCredentials = new(key, SecurityAlgorithms.RsaSha256),
        });
    }

    private object PublicKey()
    {
        var key = _key.ExportParameters(false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = "1", n = WebEncoders.Base64UrlEncode(key.Modulus!), e = WebEncoders.Base64UrlEncode(key.Exponent!) };
    }
}
