using System.Reflection;
using System.Text.Json.Nodes;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Tests.Local.DataPlane;

/// <summary>
/// Every member of every operation made wrong in every way: the service's error, a message that names the member, and nothing in it that is secret.
/// </summary>
public sealed class DataPlaneRefusalTests : IDisposable
{
    private readonly DataPlaneBench _bench = new();

    [Fact]
    public void Every_operation_has_a_request() => Assert.Equal(
        OperationCatalog.All.Where(operation => operation.Service == Service.DataPlane)
            .Select(operation => operation.Name)
            .Where(name => name != "TranslateKeyMaterial")
            .Order(),
        DataPlaneRequests.All.Select(row => row.Operation).Distinct().Order());

    [Fact]
    public Task The_right_request_is_answered() => ForEach(async name =>
    {
        try
        {
            await Send(name, DataPlaneRequests.Json(name));
        }
        catch (VerificationFailedException)
        {
            // Well-formed; the value was made up.
            Assert.Contains("Verify", DataPlaneRequests.All.Single(row => row.Name == name).Operation, StringComparison.Ordinal);
        }
    });

    [Fact]
    public Task A_required_member_that_is_missing_is_named() => ForEach(async name =>
    {
        foreach (Place place in Places(name))
        {
            JsonObject request = DataPlaneRequests.Json(name);
            JsonObject parent = place.Parent(request);
            parent.Remove(place.Member);
            if (place.IsRequired)
            {
                await Refused(name, request, place.Member);
            }
            else if (place.IsOfUnion)
            {
                await Refused(name, request, place.Path[^2]);
            }
        }
    });

    [Fact]
    public Task Text_of_a_wrong_length_or_alphabet_is_refused_and_not_shown() => ForEach(async name =>
    {
        foreach (Place place in Places(name).Where(place => place.Value is JsonValue value && value.TryGetValue(out string? _)))
        {
            string right = place.Value!.GetValue<string>();
            foreach (string wrong in new[] { string.Empty, new string('9', 33000), right + "\u00a7", "'; DROP" })
            {
                JsonObject request = DataPlaneRequests.Json(name);
                place.Parent(request)[place.Member] = wrong;
                await Refused(name, request, place.Member);
            }

            // One digit more, where the model has room for it: never anything but an answer or one of the service's errors.
            JsonObject odd = DataPlaneRequests.Json(name);
            place.Parent(odd)[place.Member] = right + "9";
            try
            {
                await Send(name, odd);
            }
            catch (Exception e) when (e is ValidationException or VerificationFailedException or ResourceNotFoundException)
            {
                AssertTellsNothing(odd, e.Message);
            }
        }
    });

    [Fact]
    public Task A_number_out_of_its_range_is_refused() => ForEach(async name =>
    {
        foreach (Place place in Places(name).Where(place => place.Value is JsonValue value && value.TryGetValue(out int _)))
        {
            foreach (int wrong in new[] { -1, 1000 })
            {
                JsonObject request = DataPlaneRequests.Json(name);
                place.Parent(request)[place.Member] = wrong;
                await Refused(name, request, place.Member);
            }
        }
    });

    [Fact]
    public Task A_union_with_two_members_is_refused() => ForEach(async name =>
    {
        foreach (Place place in Places(name).Where(place => place.IsOfUnion))
        {
            PropertyInfo other = place.Owner.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).FirstOrDefault(property =>
                property.Name != place.Member)!;
            if (other is null)
            {
                continue;
            }

            JsonObject request = DataPlaneRequests.Json(name);
            place.Parent(request)[other.Name] = other.PropertyType == typeof(string) ? "00112233" : new JsonObject();
            await Refused(name, request, place.Path[^2]);
        }
    });

    [Fact]
    public Task A_key_of_another_usage_algorithm_or_mode_is_refused_and_the_message_says_which_is_needed() => ForEach(async name =>
    {
        foreach (Place place in Keys(name))
        {
            string[] key = place.Value!.GetValue<string>().Split(' ');
            string otherUsage = key[0] == "S0" ? "M1" : "S0";
            await WithKey(name, place, _bench.Usable($"{otherUsage} {(key[1].StartsWith("RSA", StringComparison.Ordinal) ? key[1] : "TDES_2KEY")} N"),
                "KeyUsages not allowed", $"TR31_{key[0]}_");
            await WithKey(name, place, _bench.Usable($"{key[0]} {(key[1].StartsWith("HMAC", StringComparison.Ordinal) ? "RSA_2048" : "HMAC_SHA256")} {key[2]}"),
                "KeyAlgorithm not allowed", key[1].Split('_')[0]);
            await WithKey(name, place, _bench.Usable($"{key[0]} {key[1]} S"), "KeyModesOfUse not allowed", "needed here");
        }
    });

    [Fact]
    public Task A_key_that_may_not_be_used_now_is_refused() => ForEach(async name =>
    {
        foreach (Place place in Keys(name))
        {
            string key = place.Value!.GetValue<string>();
            await WithKey(name, place, _bench.Disabled(key), "disabled");
            await WithKey(name, place, await _bench.Deleting(key), "DELETE_PENDING");
        }
    });

    [Fact]
    public Task A_key_that_is_not_there_is_not_found() => ForEach(async name =>
    {
        foreach (Place place in Keys(name))
        {
            foreach (string unknown in new[] { "alias/nobody", "arn:aws:payment-cryptography:us-east-1:123456789012:key/kwapwa6qaifllw2h" })
            {
                JsonObject request = DataPlaneRequests.Json(name);
                place.Parent(request)[place.Member] = unknown;
                ResourceNotFoundException refusal = await Assert.ThrowsAsync<ResourceNotFoundException>(() => Send(name, request));
                Assert.Contains(unknown, refusal.Message, StringComparison.Ordinal);
                AssertTellsNothing(request, refusal.Message);
            }
        }
    });

    public void Dispose() => _bench.Dispose();

    private Task<ApiResponse> Send(string name, JsonObject request) => _bench.Send(DataPlaneRequests.All.Single(row => row.Name == name).Operation, request);

    // Every case, and all failures at once.
    private static async Task ForEach(Func<string, Task> prove)
    {
        List<string> failures = [];
        foreach ((string name, _, _) in DataPlaneRequests.All)
        {
            try
            {
                await prove(name);
            }
            catch (Exception e)
            {
                failures.Add($"{name}: {e.Message}");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private Task WithKey(string name, Place place, string arn, params string[] says)
    {
        JsonObject request = DataPlaneRequests.Json(name);
        place.Parent(request)[place.Member] = arn;
        return Refused(name, request, says);
    }

    private async Task Refused(string name, JsonObject request, params string[] says)
    {
        ValidationException? refusal = null;
        try
        {
            await Send(name, request);
        }
        catch (ValidationException e)
        {
            refusal = e;
        }

        Assert.True(refusal is not null, $"answered {request.ToJsonString()[..Math.Min(300, request.ToJsonString().Length)]}");
        Assert.Contains(refusal.ErrorId, new[] { "PcValidation", "PcMemberInvalid" });
        foreach (string part in says)
        {
            // The model's constraints are worded with a small first letter.
            Assert.Contains(part, refusal.Message, StringComparison.OrdinalIgnoreCase);
        }

        AssertTellsNothing(request, refusal.Message);
    }

    private static void AssertTellsNothing(JsonNode? node, string message)
    {
        Assert.DoesNotContain(DataPlaneRequests.ClearPin, message, StringComparison.Ordinal);
        AssertHidesSecret(node, message);
    }

    private static void AssertHidesSecret(JsonNode? node, string message)
    {
        foreach ((string member, JsonNode? value) in node as JsonObject ?? [])
        {
            if (value is JsonObject)
            {
                AssertHidesSecret(value, message);
            }
            else if (DataPlaneRequests.Secret.Contains(member) && value!.ToString() is { Length: >= 4 } secret)
            {
                Assert.False(message.Contains(secret, StringComparison.OrdinalIgnoreCase), $"The message shows {member}.");
            }
        }
    }

    private static IEnumerable<Place> Keys(string name) => Places(name).Where(place => place.Member.EndsWith("Identifier", StringComparison.Ordinal));

    private static IEnumerable<Place> Places(string name)
    {
        ApiOperation operation = OperationCatalog.All.Single(candidate => candidate.Name == DataPlaneRequests.All.Single(row => row.Name == name).Operation);
        return Places(DataPlaneRequests.Json(name), operation.RequestType, []);
    }

    private static IEnumerable<Place> Places(JsonObject structure, Type owner, string[] above)
    {
        foreach ((string member, JsonNode? value) in structure)
        {
            string[] path = [.. above, member];
            PropertyInfo property = owner.GetProperty(member)!;
            yield return new Place(path, owner, property.IsDefined(typeof(MemberRequiredAttribute)), value);
            if (value is JsonObject inner)
            {
                foreach (Place place in Places(inner, property.PropertyType, path))
                {
                    yield return place;
                }
            }
        }
    }

    /// <summary>One member of a request.</summary>
    private sealed record Place(string[] Path, Type Owner, bool IsRequired, JsonNode? Value)
    {
        public string Member => Path[^1];

        public bool IsOfUnion => Owner.IsDefined(typeof(UnionAttribute));

        public JsonObject Parent(JsonObject request) => Path[..^1].Aggregate(request, (node, member) => node[member]!.AsObject());
    }
}
